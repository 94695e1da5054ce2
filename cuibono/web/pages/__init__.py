"""One file per page: what it shows, what its forms do, and ``ROUTES``, the addresses it answers at."""
