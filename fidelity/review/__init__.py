"""What a reviewer needs beside the grade: the same studies by other readings, and how firm a grade is."""
