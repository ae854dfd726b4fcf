"""Cookies: what a site wants to hear again."""


class RequestsCookieJar(dict):
    """Cookies by name; `hosts` says which site set each (None: the program)."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.hosts = {}

    def set(self, name, value, **kwargs):
        if value is None:
            self.pop(name, None)
        else:
            self[name] = value
            self.hosts[name] = kwargs.get('domain') or None

    def get_dict(self, domain=None, path=None):
        return {name: value for name, value in self.items() if self.hosts.get(name) in (None, domain) or domain is None}

    def copy(self):
        copy = RequestsCookieJar(self)
        copy.hosts.update(self.hosts)
        return copy

    def __repr__(self):
        cookies = ', '.join(f"Cookie(name={name!r}, value={value!r})" for name, value in self.items())
        return f'<RequestsCookieJar[{cookies}]>'


def cookiejar_from_dict(cookie_dict, cookiejar=None, overwrite=True):
    jar = RequestsCookieJar() if cookiejar is None else cookiejar
    for name, value in (cookie_dict or {}).items():
        if overwrite or name not in jar:
            jar.set(name, value)
    return jar


def read_cookies(jar, host, fields):
    """Take the cookies of Set-Cookie fields into the jar."""
    for field in fields:
        name, equals, value = field.partition(';')[0].partition('=')
        if equals:
            jar.set(name.strip(), value.strip().strip('"'), domain=host)
