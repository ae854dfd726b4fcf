# stderr: ignore
class C:
    def __del__(self):
        raise ValueError('in a finalizer')


C()
print('the program goes on')
