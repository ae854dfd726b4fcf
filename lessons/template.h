// What `gilsim new` writes: a lesson to be filled in. The checker refuses it until every empty text has been
// written.
#pragma once

#include <string>
#include <string_view>

namespace gilsim::lessons {

std::string lesson_template();

}  // namespace gilsim::lessons
