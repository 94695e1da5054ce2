"""Files become passages, rows and statements; one file per kind.

Importing this package imports no reader: ``registry`` finds and loads them when a file is read.
"""
