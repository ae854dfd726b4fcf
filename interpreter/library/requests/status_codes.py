"""Status codes by name: codes.ok, codes.not_found, codes['temporary_redirect']."""

from http import HTTPStatus

from .structures import LookupDict

codes = LookupDict(name='status_codes')

_more_names = {200: ('okay', 'all_ok', 'all_okay', 'all_good'), 301: ('moved', ), 303: ('other', ),
               307: ('temporary_moved', 'temporary'), 308: ('resume_incomplete', 'resume'), 400: ('bad', ), 402: ('payment', ),
               405: ('not_allowed', ), 408: ('timeout', ), 418: ('teapot', ), 422: ('unprocessable', ),
               429: ('too_many', ), 500: ('server_error', ), 503: ('unavailable', )}

for _status in HTTPStatus:
    for _name in (_status.name.lower(), *_more_names.get(_status.value, ())):
        setattr(codes, _name, _status.value)
        setattr(codes, _name.upper(), _status.value)
