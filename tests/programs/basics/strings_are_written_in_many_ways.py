print('single', "double", '''triple 'single' ''', """triple "double" """)
print('\a\b\f\n\r\t\v\\\'\"\101\x41\u0041\U00000041'.encode())
print(r'raw \n', R"\d", rb'\x', Rb"\y", bR'\z', b'\x41\102', u'unicode')
print('a' 'b' "c" '''d''', len('''
'''), 'line \
continued')
print('\
' == '', r'\'', r"\"")
print("中文", 'é' == '\xe9', '\0'.encode(), '\08'.encode())
