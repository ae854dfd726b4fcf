import os

readable, writable = os.pipe()
back_readable, back_writable = os.pipe()
if os.fork() == 0:
    question = os.read(readable, 100)
    os.write(back_writable, question.upper())
    os._exit(0)
os.write(writable, b"ping")
print(os.read(back_readable, 100))
print(os.wait()[1])
