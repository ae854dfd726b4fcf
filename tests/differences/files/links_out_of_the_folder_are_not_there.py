# gilsim: links out of the program's folder and links to folders are not there
# cpython: they are followed
# why: nothing that a lesson does reaches the host; a tree that is walked ends
import os
print("_link_out_of_the_folder" in os.listdir(os.path.dirname(os.path.abspath(__file__))))
# gilsim prints:
# False
# cpython prints:
# True
