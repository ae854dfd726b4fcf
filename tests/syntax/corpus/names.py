变量 = 1; 函数(变量); é = 1; ñ.ü = 2; ℌ = 1; ﬁn = 2; ª = 3; 𝐱 = 4; K = 5; _ªº = 6; ａｂｃ = 7; é = 8
def 计算(甲, 乙=1, *丙, 丁, **戊) -> 己: return 甲
import 模块 as 别名
from 包.子 import 名字
f(参数=1); 对象.属性.方法(); lambda 甲: 甲
global 全局
class Ünï: pass
