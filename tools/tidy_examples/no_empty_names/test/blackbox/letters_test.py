import os

name = os.path.basename(__file__)


def helper(letter):
    return letter
