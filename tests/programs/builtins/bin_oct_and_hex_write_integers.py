class Index:
    def __index__(self): return 255
print(bin(10), oct(8), hex(255), bin(-5), hex(-(2**70)), oct(0), hex(True), bin(Index()), hex(Index()))
for function in (bin, oct, hex):
    try:
        function(1.5)
    except TypeError as error:
        print(error)
print(f"{10:b} {10:#b} {255:X} {255:#x} {8:o} {2**64:_x} {10:08b} {-10:#010x}", format(5, "b"))
