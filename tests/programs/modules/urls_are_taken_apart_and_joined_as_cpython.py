# URLs taken apart, joined and quoted.
from urllib.parse import *

BASE = 'http://a/b/c/d;p?q'
URLS = ['http://user:pw@Host.com:80/a/b;p?q=1&r=2#frag', '//h/p', 'path;x/y;z', 'mailto:a@b', 'http://[::1]:8080/x',
        'http://h:99999/', 'http://h:x/', '', 'a b', 'HTTP://X?y', 'file:///etc', 'x:y', 'http://a/b?c;d#e?f', '1http://x',
        'http://[::1/', '/..', 'http://ex.com/%7Euser', '\thttp://a\nb/ ', 'ftp://x;type=a', 'http://a@b@c/', 'http://:80']
REFERENCES = '''g:h g ./g g/ /g //g ?y g?y #s g#s g?y#s ;x g;x . ./ .. ../ ../g ../.. ../../ ../../g ../../../g /./g /../g
                g. .g ./../g g/./h g/../h http:g g;x=1/../y'''.split()
QUERIES = ['a=1&b=2&a=3', 'a=&b', 'a=1;b=2', 'a=%20+x', '&&', 'a', '=x', b'a=1&b=%ff', 'a=b=c']


def show(function, *arguments, **named):
    try:
        print(repr(function(*arguments, **named)))
    except Exception as error:
        print(type(error).__name__, error)


for url in URLS:
    for function in (urlparse, urlsplit, urldefrag):
        show(function, url)
        show(lambda: function(url).geturl())
    for name in ('username', 'password', 'hostname', 'port'):
        show(lambda: getattr(urlsplit(url), name))
    show(lambda: urlsplit(url.encode()))
    show(urljoin, BASE, url)
for reference in REFERENCES:
    show(urljoin, BASE, reference)
for text in ('a b/c?é~&=+%', b'\xff a', 'a b+c&d/é', 5, ''):
    show(quote, text)
    show(quote, text, safe='')
    show(quote_plus, text)
show(quote, 'é', encoding='latin-1')
show(quote, b'a', encoding='x')
show(quote_from_bytes, 'x')
for text in ('a%20b%C3%A9%zz%4%', 'a+b%2B', '%ff%41é%4', 5, b'%41', ''):
    show(unquote, text)
    show(unquote_to_bytes, text)
show(unquote_plus, 'a+b%2B')
show(urlencode, {'a': 1, 'b': 'x y', 'c': 'é&='})
show(urlencode, [('a', [1, 2]), ('b', 'xy')], doseq=True)
show(urlencode, {b'k': b'\xff', 'a': [1, 2]}, quote_via=quote)
show(urlencode, 'x')
show(urlencode, 5)
for query in QUERIES:
    show(parse_qs, query)
    show(parse_qsl, query, keep_blank_values=True)
    show(parse_qs, query, strict_parsing=True)
show(parse_qs, 'a=1;b=2', separator=';')
show(parse_qs, 'a=1&b=2', max_num_fields=1)
show(parse_qs, 'a', separator='')
show(urlunparse, ('http', 'h', 'p', 'x', 'q', 'f'))
show(urlunsplit, ('', '', 'a', '', ''))
show(urlunparse, ('http', b'h', '', '', '', ''))
show(lambda: urlsplit('http://h/p').encode())
show(lambda: urlsplit(b'http://h/p').decode())
show(lambda: urlparse('http://h/p')._replace(netloc='x').geturl())
