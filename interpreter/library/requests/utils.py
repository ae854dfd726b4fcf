"""What programs use of requests' own tools."""

from urllib.parse import quote, unquote, urlparse

from .structures import CaseInsensitiveDict


def default_user_agent(name='python-requests'):
    return f'{name}/2.28.1'


def default_headers():
    return CaseInsensitiveDict({'User-Agent': default_user_agent(), 'Accept-Encoding': 'gzip, deflate', 'Accept': '*/*',
                                'Connection': 'keep-alive'})


def dict_from_cookiejar(cj):
    return dict(cj)


def get_encoding_from_headers(headers):
    """The encoding that the content type means; None: it says nothing."""
    kind, *parameters = (headers.get('content-type') or '').split(';')
    for parameter in parameters:
        name, _, value = parameter.strip().partition('=')
        if name.lower() == 'charset':
            return value.strip('\'" ')
    if 'text' in kind:
        return 'ISO-8859-1'
    if 'application/json' in kind:
        return 'utf-8'


def requote_uri(uri):
    """Quotes what may not stand in a URL, once."""
    return quote(uri, safe="!#$%&'()*+,/:;=?@[]~")
