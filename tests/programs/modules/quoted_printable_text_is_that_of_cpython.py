import binascii
import io
import quopri

samples = [b'', b'plain', b'a=b', b'caf\xc3\xa9', b'ends with space \nand tab\t\n', b'.\n.x\n', b'\x00\x01\x7f\xff', b'x' * 100, b'\xe9' * 40,
           b'crlf\r\nlines\r\n', b'under_score and space', b' ', b'a \n', b'word ' * 30, b'lone\rcr', b'=' * 30 + b'\n']
for sample in samples:
    for options in ({}, {'quotetabs': True}, {'istext': False}, {'header': True}):
        print(binascii.b2a_qp(sample, **options))
    print(binascii.a2b_qp(binascii.b2a_qp(sample, istext=False)) == sample, quopri.decodestring(quopri.encodestring(sample)))
for text in (b'=', b'a=\nb', b'a=\r\nb', b'==41', b'=4', b'=4G', b'=e9=E9', b'a_b', 'str=3D', b'=3d3', b'a= \nb'):
    print(binascii.a2b_qp(text), binascii.a2b_qp(text, header=True))
out = io.BytesIO()
quopri.encode(io.BytesIO(b'caf\xe9 = x\n'), out, False)
print(out.getvalue())
out.seek(0)
back = io.BytesIO()
quopri.decode(out, back)
print(back.getvalue())
