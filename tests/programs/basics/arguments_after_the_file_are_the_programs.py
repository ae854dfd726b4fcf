# args: -q --seed "two words" 中文
import sys

print(sys.argv)
