"""The promises that lenses and engines keep, and a desk to try a lens on; plug-ins use it too."""
