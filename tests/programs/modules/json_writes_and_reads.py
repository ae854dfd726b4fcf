import json
data = {"name": "Ada", "n": [1, 2.5, -0.0, 1e20], "t": True, "none": None, "u": "é中\n\"\\/\x01", "nested": {"1": []},
        5: "int key", None: 0, True: 1, 2.5: 2}
print(json.dumps(data))
print(json.dumps(data, ensure_ascii=False, indent=2, sort_keys=False))
print(json.dumps({"b": 1, "a": [1, {"c": 2}]}, sort_keys=True, separators=(",", ":")), json.dumps([], indent=1),
      json.dumps({}, indent=1), json.dumps([[]], indent="\t"))
print(json.loads('{"a": [1, 2.0, "\\u00e9\\ud83d\\ude00", null, true], "b": {"c": -1e3}}'), json.loads(" 5 "),
      json.loads('"x"'), json.loads(b"[1]"), json.loads("[NaN, Infinity]"))
print(json.loads(json.dumps(data)) == {**{str(k) if not isinstance(k, (bool, type(None))) else json.dumps(k): v for k,
                                          v in data.items()}}, json.dumps(float("inf")))
for bad in ("", "{", "[1,]", '{"a" 1}', "{'a': 1}", "[1 2]", '"\\x"', "nul", "01", '{"a": 1,}', '"a\nb"', "[] x"):
    try:
        json.loads(bad)
    except json.JSONDecodeError as error:
        print(error)
