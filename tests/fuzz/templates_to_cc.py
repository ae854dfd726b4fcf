"""Prints program_templates.py and program_prelude.py as a C++ header: templates_to_cc.py TEMPLATES PRELUDE."""
import json
import runpy
import sys


def literal(text):
    return json.dumps(text, ensure_ascii=False)


def row(texts):
    return "{" + ", ".join(map(literal, texts)) + "}"


def main(templates, prelude):
    print("// Made by templates_to_cc.py.\n#pragma once\n#include <map>\n#include <string_view>\n#include <vector>\n")
    print("namespace templates {\nusing Texts = std::vector<std::string_view>;\nusing Table = std::map<std::string_view, Texts>;")
    for name, value in runpy.run_path(templates).items():
        if name.isupper() and isinstance(value, dict):
            print(f"inline const Table {name} = {{" + ",\n".join(f"{{{literal(k)}, {row(v)}}}" for k, v in value.items()) + "};")
        elif name.isupper():
            print(f"inline const Texts {name} = {row(value)};")
    with open(prelude, encoding="utf-8") as file:
        print(f"constexpr std::string_view PRELUDE = {literal(file.read())};")
    print("}  // namespace templates")


if __name__ == "__main__":
    main(*sys.argv[1:])
