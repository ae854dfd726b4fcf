// Precompiled for the unit tests: doctest, and what nearly all libraries precompile.
#include <doctest/doctest.h>

#include "../../sim/pch/standard.h"
