# args: --count three
# exit: 2
import argparse

parser = argparse.ArgumentParser(description='Counts.')
parser.add_argument('--count', type=int)
parser.parse_args()
