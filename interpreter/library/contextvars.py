"""Variables whose values belong to a context: each thread has one of its own, and others can be entered."""

from _contextvars import Context, ContextVar, Token, copy_context

__all__ = ('Context', 'ContextVar', 'Token', 'copy_context')
