"""Many documents: read from folders and archives, worked on by several processes or a cluster, written whole, gone on with after a stop.

The process that was started alone reads and writes; the others only turn bytes into bytes. So nothing depends on how many they are or where they
run: the results come in the order of the documents, and a document that a worker does not survive is found and reported.
"""
