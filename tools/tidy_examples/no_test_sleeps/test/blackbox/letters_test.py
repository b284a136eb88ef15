import time

time.sleep(1)
# time.sleep(1) would do.
