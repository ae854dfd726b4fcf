#include "interpreter/compiler/unparse.h"
namespace gilsim::compiler {
std::string unparse(const syntax::Expression*) { return "?"; }
}  // namespace gilsim::compiler
