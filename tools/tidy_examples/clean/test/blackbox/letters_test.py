"""Letters from outside."""

import unittest


class Letters(unittest.TestCase):
    def test_a_letter_is_sent_once(self):
        self.assertEqual(1, 1)
