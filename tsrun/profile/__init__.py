"""Looking at a running script: samples, counters, heap plots."""
