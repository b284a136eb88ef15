def test_letters_arrive():
    pass
