# The second time is the last.
# step(1)
# x = 2
x = 1  # seconds
