# Parts of each width in texts of each width, short and long, at the beginning, in the middle and at the end.
def positions(text, part):
    return [i for i in range(len(text) - len(part) + 1) if all(text[i + k] == part[k] for k in range(len(part)))]


fillers = ['a', 'ab', 'é', '中', '中文', '😀', 'aab']
parts = ['a', 'b', 'ab', 'aab', 'ba', 'é', 'éa', '中', '文中', '中a', '😀', '😀😀', 'a😀', 'abababab', '中文中文中文中文中']
for filler in fillers:
    for length in (0, 1, 2, 7, 40, 130, 260):
        for end in ('', 'ab', '中', '😀a'):
            text = (filler * length)[:length] + end
            for part in parts:
                found = positions(text, part)
                assert text.find(part) == (found[0] if found else -1) and (part in text) == bool(found)
                assert text.rfind(part) == (found[-1] if found else -1)
                assert text.find(part, 1) == next((i for i in found if i >= 1), -1)
                pieces = text.split(part)
                assert part.join(pieces) == text and len(pieces) == text.count(part) + 1
                assert text.replace(part, '<>') == '<>'.join(pieces)
            print(length, ascii(text[:20]), [text.count(part) for part in parts])
