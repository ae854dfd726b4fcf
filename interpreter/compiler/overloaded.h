// One function of several lambdas, for std::visit.
#pragma once

namespace gilsim::compiler {

template <class... Cases>
struct Overloaded : Cases... {
  using Cases::operator()...;
};
template <class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;  // clang 14 does not deduce it for aggregates

}  // namespace gilsim::compiler
