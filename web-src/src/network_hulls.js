// Soft outlines around communities, drawn on a canvas beneath the lines.
export function hulls(sigma, graph, communities, colour) {
  const canvas = sigma.createCanvas("hulls", { beforeLayer: "edges" });
  const context = canvas.getContext("2d");
  const members = new Map(communities.map((number) => [number, []]));
  graph.forEachNode((node, { community }) => members.get(community)?.push(node));
  const paint = () => {
    const ratio = window.devicePixelRatio || 1;
    const { width, height } = sigma.getDimensions();
    if (canvas.width !== width * ratio || canvas.height !== height * ratio) {
      canvas.width = width * ratio;
      canvas.height = height * ratio;
      canvas.style.width = `${width}px`;
      canvas.style.height = `${height}px`;
    }
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, height);
    for (const [number, nodes] of members) {
      if (nodes.length < 3) continue;
      const around = nodes.flatMap((node) => {
        const data = sigma.getNodeDisplayData(node);
        const { x, y } = sigma.framedGraphToViewport(data);
        const far = sigma.scaleSize(data.size) + (graph.order > 1000 ? 6 : 13);
        return Array.from({ length: 8 }, (_, turn) => [x + far * Math.cos((turn * Math.PI) / 4), y + far * Math.sin((turn * Math.PI) / 4)]);
      });
      const edge = hull(around);
      context.beginPath();
      edge.forEach(([x, y], at) => (at ? context.lineTo(x, y) : context.moveTo(x, y)));
      context.closePath();
      context.fillStyle = context.strokeStyle = colour(number);
      context.globalAlpha = 0.09;
      context.fill();
      context.globalAlpha = 0.3;
      context.lineWidth = 1;
      context.stroke();
      context.globalAlpha = 1;
    }
  };
  sigma.on("afterRender", paint);
  paint();
}

// The convex hull (Andrew's monotone chain).
function hull(points) {
  const ordered = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = (those) => {
    const kept = [];
    for (const point of those) {
      while (kept.length > 1) {
        const [a, b] = kept.slice(-2);
        if ((b[0] - a[0]) * (point[1] - a[1]) - (b[1] - a[1]) * (point[0] - a[0]) > 0) break;
        kept.pop();
      }
      kept.push(point);
    }
    return kept.slice(0, -1);
  };
  return [...half(ordered), ...half(ordered.reverse())];
}
