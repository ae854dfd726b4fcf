'a'; "a"; '''a'''; """a"""; ''; ""; """"""; "'"; '"'; """a"b""c"""
r'\n'; R"\x"; u'a'; U'a'; b'a'; B"a"; rb'\x'; bR'\d'; Rb''; BR""
'\a\b\f\n\r\t\v\\\'\"\0\1\12\123\777\x41\u4e2d\U0001F600'
b'\a\b\f\n\r\t\v\\\'\"\0\1\12\123\xff'
'\d\w\ '
'a\
b'
"""多行
字符串
"""
'中文' "混合" r'\原始'
u'a' 'b'
'a' u'b'
b'a' b'b' rb'\c'
('a'
 'b'   # comment
 'c')
'\ud800'; '\udfff x'
x = 'a' 'b' 'c'
'tab	inside'
'😀é'
