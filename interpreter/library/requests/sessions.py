"""Sessions: settings that requests share, cookies, and connections that stay open."""

import datetime
import time
from urllib.parse import urljoin, urlsplit

from .adapters import HTTPAdapter
from .cookies import cookiejar_from_dict, read_cookies
from .exceptions import InvalidSchema, TooManyRedirects
from .models import DEFAULT_REDIRECT_LIMIT, REDIRECT_STATI, PreparedRequest, Request, make_response
from .status_codes import codes
from .structures import CaseInsensitiveDict
from .utils import default_headers, requote_uri


def _merged(own, common, kind=dict):
    # A request's settings over the session's; None takes one away.
    if not hasattr(own, 'items') and own is not None or not hasattr(common, 'items'):
        return own
    result = kind(common)
    result.update(own or {})
    for name in [name for name, value in result.items() if value is None]:
        del result[name]
    return result


class Session:
    """A session; as a context manager it closes its connections."""

    def __init__(self):
        self.headers = default_headers()
        self.auth = None
        self.proxies = {}
        self.hooks = {'response': []}
        self.params = {}
        self.stream = False
        self.verify = True
        self.cert = None
        self.max_redirects = DEFAULT_REDIRECT_LIMIT
        self.trust_env = True
        self.cookies = cookiejar_from_dict({})
        self.adapters = {}
        self.mount('https://', HTTPAdapter())
        self.mount('http://', HTTPAdapter())

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self.close()

    def close(self):
        for adapter in self.adapters.values():
            adapter.close()

    def mount(self, prefix, adapter):
        """Choose who sends the requests whose URLs begin so."""
        self.adapters[prefix] = adapter
        for shorter in [known for known in self.adapters if len(known) < len(prefix)]:
            self.adapters[shorter] = self.adapters.pop(shorter)

    def get_adapter(self, url):
        for prefix, adapter in self.adapters.items():
            if url.lower().startswith(prefix.lower()):
                return adapter
        raise InvalidSchema(f'No connection adapters were found for {url!r}')

    def prepare_request(self, request):
        """A request with the session's settings, ready to be sent."""
        cookies = self.cookies.copy()
        host = urlsplit(str(request.url)).hostname
        cookies = {**cookies.get_dict(host), **dict(request.cookies or {})}
        prepared = PreparedRequest()
        prepared.prepare(
            request.method, request.url, _merged(request.headers, self.headers, CaseInsensitiveDict), request.files,
            request.data, _merged(request.params, self.params), request.auth or self.auth, cookies,
            {'response': [*self._hooks(self.hooks), *self._hooks(request.hooks)]}, request.json)
        return prepared

    @staticmethod
    def _hooks(hooks):
        found = (hooks or {}).get('response') or []
        return [found] if callable(found) else found

    def request(self, method, url, params=None, data=None, headers=None, cookies=None, files=None, auth=None, timeout=None,
                allow_redirects=True, proxies=None, hooks=None, stream=None, verify=None, cert=None, json=None):
        """Send a request and give the Response."""
        prepared = self.prepare_request(Request(method.upper(), url, headers, files, data or {}, params or {}, auth, cookies,
                                                hooks, json))
        return self.send(prepared, timeout=timeout, allow_redirects=allow_redirects,
                         stream=self.stream if stream is None else stream)

    def get(self, url, **kwargs):
        return self.request('GET', url, **kwargs)

    def options(self, url, **kwargs):
        return self.request('OPTIONS', url, **kwargs)

    def head(self, url, **kwargs):
        kwargs.setdefault('allow_redirects', False)
        return self.request('HEAD', url, **kwargs)

    def post(self, url, data=None, json=None, **kwargs):
        return self.request('POST', url, data=data, json=json, **kwargs)

    def put(self, url, data=None, **kwargs):
        return self.request('PUT', url, data=data, **kwargs)

    def patch(self, url, data=None, **kwargs):
        return self.request('PATCH', url, data=data, **kwargs)

    def delete(self, url, **kwargs):
        return self.request('DELETE', url, **kwargs)

    def send(self, request, timeout=None, allow_redirects=True, stream=False, **kwargs):
        """Send a prepared request, and those that redirections ask for."""
        if isinstance(request, Request):
            raise ValueError('You can only send PreparedRequests.')
        response = self._send_one(request, timeout)
        history = []
        while allow_redirects and response.is_redirect:
            response.content  # so that the connection can be used again
            if len(history) >= self.max_redirects:
                raise TooManyRedirects(f'Exceeded {self.max_redirects} redirects.', response=response)
            history.append(response)
            response = self._send_one(self._redirected(response), timeout)
        response.history = history
        if not stream:
            response.content
        return response

    def _send_one(self, request, timeout):
        adapter = self.get_adapter(request.url)
        start = time.perf_counter()
        answer, release = adapter.send(request, timeout=timeout)
        response = make_response(request, answer, release)
        response.elapsed = datetime.timedelta(seconds=time.perf_counter() - start)
        fields = answer.headers.get_all('set-cookie') or ()
        for jar in (response.cookies, self.cookies):
            read_cookies(jar, urlsplit(request.url).hostname, fields)
        for hook in self._hooks(request.hooks):
            response = hook(response, timeout=timeout) or response
        return response

    def _redirected(self, response):
        request = response.request.copy()
        request.url = requote_uri(urljoin(response.url, response.headers['location']))
        if response.status_code == codes.see_other and request.method != 'HEAD':
            request.method = 'GET'
        elif response.status_code == codes.found and request.method != 'HEAD':
            request.method = 'GET'
        elif response.status_code == codes.moved and request.method == 'POST':
            request.method = 'GET'
        if response.status_code not in (codes.temporary_redirect, codes.permanent_redirect):
            for name in ('Content-Length', 'Content-Type', 'Transfer-Encoding'):
                request.headers.pop(name, None)
            request.body = None
        request.headers.pop('Cookie', None)
        request.prepare_cookies(self.cookies.get_dict(urlsplit(request.url).hostname))
        return request


def session():
    return Session()
