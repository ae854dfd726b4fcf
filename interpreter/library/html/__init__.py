"""Text as it stands in HTML."""

__all__ = ['escape']


def escape(s, quote=True):
    """The text with &, <, > (and quotes) written as entities."""
    for character, entity in (('&', '&amp;'), ('<', '&lt;'), ('>', '&gt;')):
        s = s.replace(character, entity)
    return s.replace('"', '&quot;').replace("'", '&#x27;') if quote else s
