"""What the parts of patterns mean."""
import re


def show(pattern, text, flags=0):
    match = re.search(pattern, text, flags)
    print(pattern[:99], repr(text[:99]), match and (match.span(), match.groups(), match.lastindex, match.lastgroup, match.groupdict()))


show('a{2,3}', 'aaaa'), show('a{2,3}?', 'aaaa'), show('a{,2}', 'aaa'), show('a{2}', 'a'), show('a{2,}', 'aaaa'), show('a{x}', 'a{x}')
show('a{,}', 'aaa'), show('{', '{'), show('a{', 'a{'), show('a{1', 'a{1'), show('a{1,', 'a{1,'), show('x{0}y', 'xy'), show('(x){0}y', 'xy')
show('a*+a', 'aaa'), show('a?+a', 'aa'), show('a++b', 'aab'), show('a{1,2}+a', 'aaa'), show('(?>a*)a', 'aaa'), show('(?>a|ab)c', 'abc')
show('(a)(b)?', 'a'), show('((a)(b))', 'ab'), show('(?P<x>a)(?P<y>b)?', 'a'), show('(?P<x>(?P<y>a))', 'a'), show('(a)|(b)|(c)', 'b')
show('(?:(a)|(b))+', 'aba'), show('(a|b)+', 'ab'), show('(a*)*', 'aa'), show('(a*)+', 'b'), show('(a|b*)*', 'abba'), show('(?:a?)*?b', 'aab')
show(r'(.)\1', 'abb'), show(r'(?P<q>[\'"]).*?(?P=q)', 'x "a\'b" y'), show(r'(a)?\1b', 'b'), show(r'(a)(?(1)b|c)', 'ab'), show(r'(a)?(?(1)b|c)', 'c')
show('(?P<n>a)?(?(n)b)c', 'abc'), show('(?P<n>a)?(?(n)b)c', 'c'), show(r'(<)?\w+@\w+(?(1)>|$)', '<user@host>'), show(r'(<)?\w+@\w+(?(1)>|$)', '<user@host')
show('a(?=b)', 'acab'), show('a(?!b)', 'abac'), show('(?<=a)b', 'bab'), show('(?<!a)b', 'abb'), show('(?<=ab|cd)e', 'cde'), show('(?<=(a))b', 'ab')
show('(?=(a+))a*b', 'aab'), show('(?!(a)b)a', 'ac'), show(r'(?<=\b)a', 'ba a'), show(r'(?<!^)a', 'aa'), show('(?<=a{3})b', 'aaab'), show(r'(a)b(?<=\1b)', 'ab')
show(r'\bfoo\b', 'a foo.'), show(r'\Bo', 'foo'), show(r'\B', ''), show(r'\b', ''), show(r'^\Z', ''), show(r'\101\x62\u0063\U00000064\0', 'Abcd\0'), show(r'\08', '\x008')
show('[]a]+', ']a]'), show('[^]a]+', ']ab'), show('[a-]+', 'a-b'), show('[-a]+', '-a'), show(r'[\]\-\\]+', r'\]-'), show('[a-c-e]+', 'a-e'), show(r'[\b]', '\b'), show('[.*+?()|^$]+', '.*+?()|^$')
show(r'[\x41-\x43\d]+', 'A1C'), show(r'[\n]', '\n'), show('[^^]', '^a'), show('[😀-😂]', '😁'), show('[^ -~]', 'aé')
show(''' a  # a comment
    b\\ c [ #] \\# ''', 'ab c #', re.X)
show('(?x) a | b', 'b'), show('(?x: a b ) c', 'ab c'), show('(?-x: a)b', ' ab', re.X), show('a(?#comment)b', 'ab'), show('a #\n *', 'aaa', re.X)
show('(?s:.)(?-s:.)', '\n\nab', re.S), show('(?m:^b)', 'a\nb'), show('a(?i:b)c', 'aBc'), show('(?i-s:A.)', 'a\nab', re.S), show('(?is)A.', 'a\n'), show('(?i:a)', 'A')
show('|', ''), show('()', ''), show('(|a)+', 'aa'), show('(?:)', 'x'), show('(?:|a)b', 'ab'), show('a||b', 'b'), show('(?!)', 'a'), show('a(?!)|b', 'ab')
show('(a+)+b', 'aaaab'), show('(?:a+)+$', 'aaaa'), show('^(([a-z])+.)+[A-Z]([a-z])+$', 'aaaaaaA'), show('(.*)(.*)', 'ab'), show('(.*?)(.*?)$', 'ab')
show('x{70000}', 'x' * 70000), show('x{1,70000}y', 'x' * 9 + 'y'), show('(?:xy){66000,}?', 'xy' * 66001), show('x{4294967294}', 'x'), show('(?:ab|c){9000}', 'ab' * 9000)
show('(' * 60 + 'a' + ')' * 60, 'a'), show('|'.join(f'w{i}x' for i in range(3000)), 'w2999x')
