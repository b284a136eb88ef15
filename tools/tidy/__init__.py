"""The house rules, one module for each subject; ../tidy.py runs them."""
