"""Samples from outside."""

import unittest

from client import Client
from story import Story, each_database


class Samples(Story):
    @each_database()
    def test_samples_are_for_those_who_may(self, bank):
        with self.served(bank) as server:
            asked = ("GET", "/api/samples/1000000")
            self.assert_problem(Client(server.port).request(*asked), 401, "session.missing")
            administrator = bank.sign_in(server, "administrator")
            self.assert_problem(administrator.request(*asked), 403, "permission.missing")


if __name__ == "__main__":
    unittest.main()
