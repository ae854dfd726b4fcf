import locale
from _folder import attempt

text = 'a\xe9 \u4e2d\u6587\n'
for encoding in ('utf-8', 'utf-8-sig', 'utf-16', 'utf-16-be', 'utf-32', 'gbk', 'gb18030', 'big5', 'shift_jis', 'cp1252',
                 'latin-1', 'ascii'):
    for errors in ('strict', 'ignore', 'replace', 'backslashreplace', 'xmlcharrefreplace'):
        try:
            with open('x', 'w', encoding=encoding, errors=errors) as file:
                file.write(text)
                file.write(text)
        except UnicodeEncodeError as error:
            print(encoding, errors, error)
            continue
        print(encoding, errors, open('x', 'rb').read(), repr(open('x', encoding=encoding).read()))
    if encoding.startswith('utf') or encoding == 'gbk':
        long = '\u4e2d\u6587a' * 5000
        with open('x', 'w', encoding=encoding) as file:
            file.write(long)
        with open('x', encoding=encoding) as file:
            print(file.read() == long, file.seek(0), ''.join(iter(lambda: file.read(777), '')) == long)
with open('x', 'wb') as file:
    file.write(b'ok \xff\xfe then\n\xe4\xb8')
for encoding in ('utf-8', 'ascii', 'gbk', 'latin-1'):
    for errors in ('strict', 'ignore', 'replace', 'backslashreplace', 'surrogateescape'):
        attempt(lambda: ascii(open('x', encoding=encoding, errors=errors).read()))
print(ascii('\u4e2d\u6587'.encode('gbk')), b'\xd6\xd0'.decode('gbk'), locale.getpreferredencoding(False).upper())
attempt(b'\xd6'.decode, 'gbk')
attempt('\u0e01'.encode, 'gbk')
attempt('\xe9'.encode, 'cp437', 'strict')
attempt('\u4e2d'.encode, 'cp437')
attempt('x'.encode, 'klingon')
with open('x', 'w') as file:
    print(file.encoding, file.reconfigure(encoding='latin-1'), file.encoding, file.write('\xe9'))
print(open('x', 'rb').read())
