// A line of the network: sigma's own, dashed or dotted where the tie is not of record, with a head where it leads to.
import { EdgeRectangleProgram, createEdgeArrowHeadProgram, createEdgeCompoundProgram } from "sigma/rendering";

const FLOAT = 5126;
const VARYING = "varying float v_along;\nvarying float v_dash;\n";
// How far along the line a point lies, in pixels; a dash is as long on the screen however close one looks.
const ALONG = `
  vec2 start = (u_matrix * vec3(a_positionStart, 1)).xy;
  vec2 end = (u_matrix * vec3(a_positionEnd, 1)).xy;
  v_along = a_positionCoef * length((end - start) * u_dimensions * 0.5);
  v_dash = a_dash;
  `;
const GAP = "if (v_dash > 0.5 && mod(v_along, v_dash) > v_dash * 0.58) discard;\n  ";

function before(mark, added, shader) {
  if (!shader.includes(mark)) throw new Error(`sigma's line has changed: it has no "${mark}" to put dashes before`);
  return shader.replace(mark, added + mark);
}

export class DashedProgram extends EdgeRectangleProgram {
  getDefinition() {
    const line = super.getDefinition();
    const vertex = before("void main", `attribute float a_dash;\nuniform vec2 u_dimensions;\n${VARYING}`, line.VERTEX_SHADER_SOURCE);
    const fragment = before("void main", VARYING, line.FRAGMENT_SHADER_SOURCE);
    return {
      ...line,
      VERTEX_SHADER_SOURCE: before("#ifdef PICKING_MODE", ALONG, vertex),
      FRAGMENT_SHADER_SOURCE: before("float dist", GAP, fragment),
      UNIFORMS: [...line.UNIFORMS, "u_dimensions"],
      ATTRIBUTES: [...line.ATTRIBUTES, { name: "a_dash", size: 1, type: FLOAT }],
    };
  }

  processVisibleItem(index, start, source, target, data) {
    super.processVisibleItem(index, start, source, target, data);
    this.array[start + this.ATTRIBUTES_ITEMS_COUNT - 1] = data.dash || 0; // the last of an edge's numbers
  }

  setUniforms(params, program) {
    super.setUniforms(params, program);
    program.gl.uniform2f(program.uniformLocations.u_dimensions, params.width, params.height);
  }
}

export const TieProgram = createEdgeCompoundProgram([
  DashedProgram,
  createEdgeArrowHeadProgram({ lengthToThicknessRatio: 4.5, widenessToThicknessRatio: 3.4 }),
]);
