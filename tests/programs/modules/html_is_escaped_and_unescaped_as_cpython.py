import html

for text in ('plain', '<a href="x">it\'s & that</a>', '&amp;'):
    print(html.escape(text), html.escape(text, quote=False), html.unescape(html.escape(text)) == text)
for text in ('&lt;&gt;&amp;&quot;&apos;', '&eacute;&Eacute;&euro;&nbsp;|', '&notit; &notin; &not &no;', '&copy &copyx &COPY;', '&amp;lt;', '&ampx', '&AMPx;',
             '&#65;&#x41;&#X41&#65', '&#0;&#128;&#150;&#x81;&#xd800;&#x110000;&#99999999999;', '&#1;&#31;&#127;&#x9;&#13;&#xfdd0;&#xfffe;&#x1ffff;',
             '& &; &# &#; &#x; &#xg; &unknown; &unknown', '&CounterClockwiseContourIntegral;&NotEqualTilde;&fjlig;&bne;&hearts;&alpha;&Alpha;&ThickSpace;',
             '&lt &lt= &ltx', '&frac12x &sup2;&sup', 'a&amp;&amp;b&amp', '&lt\n&gt\t', 'no & reference &', '&a' * 40, '&Tab;&NewLine;&excl;', '&zwj;&shy;'):
    print(ascii(html.unescape(text)))
