"""Where SQL runs."""

from cuibono.engine.duck import DuckEngine as DuckEngine
