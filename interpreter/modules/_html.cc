// _html: what HTML's names of characters mean. CommonMark has all names of HTML 5 in its grammar, so its library knows them.
#include <cmark.h>

#include <memory>

#include "interpreter/objects/str.h"
#include "interpreter/objects/type_definition.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python {

namespace {

// "amp" -> "&"; None: there is no such name.
Ref named_character(Vm& vm, const Arguments& arguments) {
  vm.charge(150);
  const std::string reference = "&" + to_utf8(arguments[0]) + ";";
  const std::unique_ptr<cmark_node, decltype(&cmark_node_free)> document(
      cmark_parse_document(reference.data(), reference.size(), CMARK_OPT_DEFAULT), cmark_node_free);
  cmark_node* paragraph = cmark_node_first_child(document.get());
  cmark_node* text = paragraph ? cmark_node_first_child(paragraph) : nullptr;
  const char* meaning = text && cmark_node_get_type(text) == CMARK_NODE_TEXT && !cmark_node_next(text) ? cmark_node_get_literal(text) : nullptr;
  return meaning && reference != meaning ? make_str(meaning) : Ref(kNone);
}

constexpr NativeDescription kFunctions[] = {{"named_character", named_character, {1, 1}}};

}  // namespace

const ModuleDefinition& _html_module() {
  static const ModuleDefinition module{"_html", kFunctions};
  return module;
}

}  // namespace gilsim::python
