# exit: 1
import sys

sys.exit("没有这样的文件")
