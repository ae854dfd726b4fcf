import codecs


def show(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(type(error).__name__, error)


def stars(error):
    print(type(error).__name__, error.encoding, error.start, error.end, error.reason)
    return '*' * (error.end - error.start), error.end


codecs.register_error('stars', stars)
codecs.register_error('octets', lambda error: (b'<?>', error.end))
codecs.register_error('one', lambda error: ('1', error.start + 1))
codecs.register_error('from the end', lambda error: ('', -1))
codecs.register_error('wrong', lambda error: 5)
codecs.register_error('outside', lambda error: ('x', 100))
codecs.register_error('again', lambda error: ('\xe9', error.end))
text = 'a\xe9\u4e2db\u20acc'
for name in ('stars', 'octets', 'one', 'wrong', 'outside', 'again', 'from the end', 'nobody'):
    show(text.encode, 'ascii', name)
for name in ('stars', 'one', 'octets', 'wrong', 'nobody'):
    show(b'a\xff\xfeb\xc3'.decode, 'utf-8', name)
    show(b'a\xffb'.decode, 'ascii', name)
show('a\u20ac\xe9'.encode, 'latin-1', 'stars')
show('a\ud800'.encode, 'utf-8', 'stars')
show('\u0e01\u4e2d'.encode, 'gbk', 'octets')
error = UnicodeEncodeError('ascii', text, 1, 3, 'why')
for name in ('strict', 'ignore', 'replace', 'xmlcharrefreplace', 'backslashreplace', 'namereplace'):
    show(codecs.lookup_error(name), error)
error = UnicodeDecodeError('ascii', b'a\xff\xfe', 1, 3, 'why')
for handler in (codecs.strict_errors, codecs.ignore_errors, codecs.replace_errors, codecs.backslashreplace_errors,
                codecs.xmlcharrefreplace_errors):
    show(handler, error)
show(codecs.lookup_error, 'nobody')
print(codecs.lookup_error('stars') is stars)
for text in ('tab\t "quoted" \\ \n\r\x00\x7f\xe9\u4e2d\U0001f600',):
    octets = text.encode('unicode_escape')
    print(octets, octets.decode('unicode_escape') == text)
for octets in (b'\\x41\\u4e2d\\U0001F600\\101\\n\\\\ \\N{BULLET}', b'\\x4', b'\\u12', b'end\\', b'\\U00110000', b'\\N{no such}', b'\xe9', b'a\\\nb'):
    show(octets.decode, 'unicode-escape')
