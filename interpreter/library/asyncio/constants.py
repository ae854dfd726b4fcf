"""Numbers that several modules share."""

DEBUG_STACK_DEPTH = 10  # frames that debug mode remembers of the creation of a future, handle or coroutine
