for encoding in 'utf-8-sig', 'UTF_8_SIG':
    for text in '', '中文', 'a\ud800b':
        try:
            print(text.encode(encoding), text.encode(encoding, 'replace'))
        except (UnicodeError, LookupError) as error:
            print(error)
    for octets in b'', b'abc', b'\xef\xbb\xbfabc', b'\xef\xbb\xbf\xff', b'\xef\xbb':
        try:
            print(repr(octets.decode(encoding)))
        except (UnicodeError, LookupError) as error:
            print(error)
print(str(b'\xef\xbb\xbfabc', 'utf-8-sig'), bytes('中', 'utf-8-sig'))
