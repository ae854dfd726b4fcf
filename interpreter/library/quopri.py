"""Quoted-printable text (RFC 1521), in files and in memory."""

from binascii import a2b_qp, b2a_qp

__all__ = ["encode", "decode", "encodestring", "decodestring"]


def encode(input, output, quotetabs, header=False):
    """Write one binary file to another, encoded."""
    output.write(encodestring(input.read(), quotetabs, header))


def decode(input, output, header=False):
    """Write one binary file to another, decoded."""
    output.write(decodestring(input.read(), header))


def encodestring(s, quotetabs=False, header=False):
    return b2a_qp(s, quotetabs=quotetabs, header=header)


def decodestring(s, header=False):
    return a2b_qp(s, header=header)
